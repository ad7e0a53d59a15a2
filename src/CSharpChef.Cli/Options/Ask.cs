using System.Text;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Options;

/// <summary>Questions to the person at the terminal.</summary>
internal static class Ask
{
    public static Task<string?> Passphrase(string question, CancellationToken ct) =>
        Task.FromResult(Environment.GetEnvironmentVariable("CSHARPCHEF_SSH_PASSPHRASE") is { Length: > 0 } set
            ? set
            : Console.IsInputRedirected ? null : Hidden($"{question}: "));

    /// <summary>A line that is not shown.</summary>
    public static string Hidden(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            throw new UsageException($"cannot ask for the {prompt.TrimEnd(' ', ':')}: standard input is no terminal");
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
