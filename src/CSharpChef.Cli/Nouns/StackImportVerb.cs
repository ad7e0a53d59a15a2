using System.CommandLine;
using CSharpChef.Client.Import;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary><c>csharpchef stack import</c></summary>
internal static class StackImportVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the saved answers." };
        var stack = new Argument<string?>("STACK")
        {
            Description = "The stack's name or id. Default: the only one in the folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("import", """
            Prints the file that declares a stack of AWS OpsWorks here.
            Reads the saved output of aws opsworks describe-stacks, describe-layers, describe-instances, describe-apps,
            describe-permissions, describe-user-profiles, describe-load-based-auto-scaling and describe-time-based-auto-scaling:
            a file NAME.json for each call. What has to be filled in is listed on standard error. No server is asked.

            Examples:
              csharpchef stack import saved > shop.csx
              csharpchef plan -f shop.csx
              csharpchef apply -f shop.csx
            """);
        command.Arguments.Add(folder);
        command.Arguments.Add(stack);
        command.SetAction(async (parsed, ct) =>
        {
            var answers = SavedAnswers.Read(parsed.GetValue(folder)!);
            var import = await StackImport.ReadAsync(answers, parsed.GetValue(stack) ?? answers.OnlyStack, ct);
            Console.Out.Write(import.Text);
            foreach (var note in import.Notes)
            {
                await Console.Error.WriteLineAsync($"note: {note}");
            }

            return 0;
        });
        return command;
    }
}
