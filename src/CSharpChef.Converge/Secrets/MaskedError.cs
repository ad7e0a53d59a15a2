using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Secrets;

/// <summary>
/// Masks the message of an error: commands and what a node printed can contain a secret that was put into them.
/// </summary>
internal static class MaskedError
{
    /// <summary>The error without secrets, with the same exit code; the error itself when it contains none.</summary>
    public static ChefException Of(ChefException error, SecretTexts secrets)
    {
        var message = secrets.Masked(error.Message);
        return message == error.Message ? error : error switch
        {
            ConvergeException failed => Of(failed, message),
            ConnectionException lost => new ConnectionException(lost.Failure, message, lost.InnerException),
            RecipeException => new RecipeException(message, error.InnerException),
            _ => new MaskedException(message, error),
        };
    }

    private static ConvergeException Of(ConvergeException failed, string message) =>
        new(message, failed.InnerException) { CommandExitCode = failed.CommandExitCode };

    private sealed class MaskedException(string message, ChefException error)
        : ChefException(message, error.InnerException)
    {
        public override int ExitCode => error.ExitCode;
    }
}
