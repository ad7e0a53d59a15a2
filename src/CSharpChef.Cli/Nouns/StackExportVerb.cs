using System.CommandLine;
using CSharpChef.Cli.Options;
using CSharpChef.Cli.Output;
using CSharpChef.Client.Export;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns;

/// <summary><c>csharpchef stack export</c></summary>
internal static class StackExportVerb
{
    public static Command Create()
    {
        var (stack, server) =
            (new Argument<string>("STACK") { Description = "The stack's name or id." }, new ProfileOptions());
        var command = new Command("export", """
            Prints a stack as the file that declares it.
            Secrets are left out: the file names the environment variables to read them from.

            Examples:
              csharpchef stack export shop > stack.csx
              csharpchef stack export 0197c2d4-... > stack.csx
            """);
        command.Arguments.Add(stack);
        server.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            using var api = server.Client(parsed);
            var export = await StackExport.ReadAsync(parsed.GetValue(stack)!, api.CallAsync, ct);
            UnknownMembersNote.Write("not in the file", export.UnknownMembers);
            Console.Out.Write(export.Text);
            return 0;
        });
        return command;
    }
}
