using System.Text;
using CSharpChef.Cli.Hosting;

namespace CSharpChef.TestSupport.CommandLines;

/// <summary>
/// Runs the command line in this process and captures what it prints, also when many tests do so at once.
/// </summary>
internal static class CommandLine
{
    private static readonly AsyncLocal<Printed?> Current = new();

    static CommandLine()
    {
        Environment.SetEnvironmentVariable("NO_COLOR", "1");
        Console.SetOut(new RoutedWriter(Console.Out, printed => printed.Out));
        Console.SetError(new RoutedWriter(Console.Error, printed => printed.Error));
    }

    public static async Task<CommandOutcome> RunAsync(params string[] arguments)
    {
        var printed = new Printed(new StringWriter(), new StringWriter());
        var code = await Task.Run(() =>
        {
            Current.Value = printed;
            return (int)typeof(Host).Assembly.EntryPoint!.Invoke(null, [arguments])!;
        });
        return new CommandOutcome(code, printed.Out.ToString()!, printed.Error.ToString()!);
    }

    private sealed record Printed(TextWriter Out, TextWriter Error);

    private sealed class RoutedWriter(TextWriter other, Func<Printed, TextWriter> part) : TextWriter
    {
        public override Encoding Encoding => other.Encoding;

        public override void Write(char value) => (Current.Value is { } printed ? part(printed) : other).Write(value);

        public override void Write(string? value) =>
            (Current.Value is { } printed ? part(printed) : other).Write(value);
    }
}

/// <summary>The exit code of a command and what it printed.</summary>
internal sealed record CommandOutcome(int Code, string Out, string Error)
{
    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Out).RootElement;

    public CommandOutcome Exits(int code)
    {
        Assert.True(Code == code, $"the command exited with {Code}, not {code}:\n{Out}\n{Error}");
        return this;
    }

    public CommandOutcome Prints(params string[] texts)
    {
        Assert.All(texts, text => Assert.Contains(text, Out + Error, StringComparison.Ordinal));
        return this;
    }

    public CommandOutcome DoesNotPrint(params string[] texts)
    {
        Assert.All(texts, text => Assert.DoesNotContain(text, Out + Error, StringComparison.Ordinal));
        return this;
    }
}
