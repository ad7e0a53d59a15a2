using System.Text.Json.Nodes;
using CSharpChef.Cli.Nouns.Requests;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary><c>csharpchef stack secret</c>: its verbs are operations, as those of a noun.</summary>
internal static class StackSecretVerbs
{
    public static Noun Secrets { get; } = new(
        "stack secret", "Secrets that recipes of a stack read: Secret(\"NAME\").", "Name UpdatedAt UpdatedBy", Verbs);

    public static Command Create()
    {
        var command = new Command("secret", Secrets.Description);
        foreach (var verb in Secrets.Verbs())
        {
            command.Subcommands.Add(NounAction.Create(Secrets, verb, whole: true));
        }

        return command;
    }

    private static IReadOnlyList<NounVerb> Verbs() =>
    [
        new("delete", "DeleteStackSecret", "StackId", "Name"),
        new("list", "DescribeStackSecrets", "StackId"),
        new("set", "SetStackSecret", "StackId", "Name")
        {
            Description =
                "Stores a secret, whose value is read from standard input. No verb shows the value again.",
            Defaults = new Dictionary<string, Func<JsonObject, JsonNode?>> { ["Value"] = _ => Typed() },
        },
    ];

    private static string Typed()
    {
        if (!Console.IsInputRedirected)
        {
            Console.Error.WriteLine("The value of the secret, and Ctrl-D:");
        }

        return TypedText.Read("-").Text;
    }
}
