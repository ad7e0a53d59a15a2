using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>Errors that cross the pipe.</summary>
internal static class Failures
{
    private const int LongestMessage = 64 << 10;

    public static WorkerMessage.Failed Failed(ChefException error) =>
        new(KindOf(error), error.Message, CodeOf(error));

    public static ServerMessage.Refused Refused(ChefException error) =>
        new(KindOf(error), error.Message, CodeOf(error));

    public static ChefException ToException(FailureKind kind, string message, int? exitCode)
    {
        var text = PrintableText.Of(message.Length > LongestMessage ? $"{message[..LongestMessage]}…" : message);
        return kind switch
        {
            FailureKind.SecretStore => new SecretStoreException(text),
            FailureKind.Node => new ConvergeException(text) { CommandExitCode = exitCode },
            _ => new RecipeException(text),
        };
    }

    private static FailureKind KindOf(ChefException error) => error switch
    {
        SecretStoreException => FailureKind.SecretStore,
        ConvergeException => FailureKind.Node,
        _ => FailureKind.Recipe,
    };

    private static int? CodeOf(ChefException error) => (error as ConvergeException)?.CommandExitCode;
}
