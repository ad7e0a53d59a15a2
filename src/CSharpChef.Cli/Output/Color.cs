namespace CSharpChef.Cli.Output;

/// <summary>Colours text when the terminal supports colours.</summary>
internal static class Color
{
    private static readonly bool On = !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static string Red(string text) => Wrap(text, 31);

    public static string Green(string text) => Wrap(text, 32);

    public static string Yellow(string text) => Wrap(text, 33);

    public static string Grey(string text) => Wrap(text, 90);

    public static string Bold(string text) => Wrap(text, 1);

    private static string Wrap(string text, int code) => On ? $"\e[{code}m{text}\e[0m" : text;
}
