using System.Text;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Options;

/// <summary>Asks the person at the terminal.</summary>
internal static class Ask
{
    public static Task<string?> Passphrase(string question, CancellationToken ct) =>
        Task.FromResult(Environment.GetEnvironmentVariable("CSHARPCHEF_SSH_PASSPHRASE") is { Length: > 0 } set
            ? set
            : Console.IsInputRedirected ? null : HiddenLine($"{question}: "));

    /// <summary>Asks before something is changed or deleted. Without a terminal the answer is yes.</summary>
    public static bool Confirm(string question)
    {
        if (Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return true;
        }

        Console.Error.Write($"{question}? [y/N] ");
        return Console.In.ReadLine()?.Trim() is "y" or "Y" or "yes";
    }

    /// <summary>Asks before something that is unusual. Without a terminal the command line must say yes.</summary>
    /// <exception cref="UsageException">There is nobody to ask.</exception>
    public static bool Require(string question) => !Console.IsInputRedirected && !Console.IsOutputRedirected
        ? Confirm(question)
        : throw new UsageException($"{question}: add --yes to do it without a question");

    /// <summary>Reads a line without showing it.</summary>
    public static string HiddenLine(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            throw new UsageException(
                $"cannot ask for the {prompt.TrimEnd(' ', ':')}: standard input is not a terminal");
        }

        Console.Error.Write(prompt);
        var text = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true);
            key.Key != ConsoleKey.Enter;
            key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return text.ToString();
    }
}
