using System.CommandLine;
using System.Runtime.CompilerServices;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Errors;
using CSharpChef.Editor;

namespace CSharpChef.Cli.Verbs;

/// <summary><c>csharpchef lsp</c></summary>
internal static class LspVerb
{
    public static Command Create()
    {
        // Editors pass it to every server.
        var stdio = new Option<bool>("--stdio") { Description = "Use the standard input and output. There is no other way." };
        var command = new Command("lsp", """
            Answer an editor, in the language server protocol.
            An editor starts it and speaks to its standard input and output; csharpchef editor setup writes the
            settings that make an editor do so. It completes recipes and the types in lib/ and resources/, explains
            what the cursor is on, and shows what csharpchef check finds, also in texts that are not saved.
            Cookbooks are found beside the cookbook of a file, and in those folders that csharpchef.json names.

            Examples:
              csharpchef editor setup --editor vscode   # an editor that starts it
              csharpchef lsp --stdio                    # what it starts
            """);
        command.Options.Add(stdio);
        command.SetAction((_, ct) => ServeAsync(ct));
        return command;
    }

    // Not inlined: the assemblies of the server load when this method is first entered.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<int> ServeAsync(CancellationToken ct)
    {
        await using var output = Console.OpenStandardOutput();
        await using var input = Console.OpenStandardInput();
        // Only the protocol may use the output.
        Console.SetOut(Console.Error);
        try
        {
            return await new EditorServer(Roots, Console.Error, TimeProvider.System).RunAsync(input, output, ct);
        }
        catch (InvalidDataException e)
        {
            throw new UsageException(e.Message, e);
        }
    }

    private static IReadOnlyList<string> Roots(string cookbook)
    {
        try
        {
            return ProjectFile.Find(cookbook)?.Cookbooks ?? [];
        }
        catch (ChefException e)
        {
            Console.Error.WriteLine(e.Message);
            return [];
        }
    }
}
