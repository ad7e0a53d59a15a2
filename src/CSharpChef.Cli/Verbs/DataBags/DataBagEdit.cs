using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using CSharpChef.Converge.DataBags.Encryption;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Secrets.Stores;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary><c>csharpchef databag edit</c></summary>
internal static class DataBagEdit
{
    private static readonly string[] Variables = ["VISUAL", "EDITOR"];

    public static Command Create()
    {
        var item = new ItemArguments();
        var command = new Command("edit", """
            Edit a data bag item in your editor.
            VISUAL or EDITOR names the editor; default: vi. The decrypted text is in a file that only you can read, and
            that is overwritten and removed afterwards. The item is replaced when the text has changed and is right.

            Examples:
              csharpchef databag edit passwords db
              EDITOR="code --wait" csharpchef databag edit users alice
            """);
        item.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            using var signals = new HeldSignals();
            var name = item.Existing(parsed);
            var editor = new ItemEditor(
                item.Folders(parsed), new KeyRing(item.Options.Keys(parsed)), OpenAsync, AskToEditAgain);
            Console.Out.WriteLine(await editor.EditAsync(name) ? $"{name} changed" : $"{name} unchanged");
        });
        return command;
    }

    private static async Task<int> OpenAsync(string path)
    {
        var words = Editor();
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words.Skip(1).Append(path)))!;
            // Ctrl-C is the editor's: its text must not be lost.
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new UsageException(
                $"the editor {words[0]} cannot be run: {new Win32Exception(e.NativeErrorCode).Message} (EDITOR names another one)", e);
        }
    }

    private static IReadOnlyList<string> Editor()
    {
        var variable = Variables.FirstOrDefault(
            name => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name)));
        try
        {
            return variable is null ? ["vi"] : CommandWords.Split(Environment.GetEnvironmentVariable(variable)!);
        }
        catch (FormatException e)
        {
            throw new UsageException($"{variable} cannot be run: {e.Message}", e);
        }
    }

    private static bool AskToEditAgain(string mistake)
    {
        if (Console.IsInputRedirected)
        {
            return false;
        }

        Console.Error.Write($"{mistake}\nEdit again? [Y/n] ");
        return Console.In.ReadLine()?.Trim() is "" or "y" or "Y" or "yes";
    }
}
