using System.Text.RegularExpressions;

namespace CSharpChef.Recipes.Steps;

/// <summary>A kernel parameter has a running and a persistent value, or has no persistent value.</summary>
/// <param name="Key">The key. Its first dot or slash is the separator of the parts.</param>
/// <param name="Value">The value. The white space between its words does not matter.</param>
public sealed partial record SysctlStep(string Key, string Value) : Step
{
    internal const string SetRunning = "set running value";
    internal const string SetPersistent = "set persistent value";

    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\r'];

    /// <inheritdoc />
    public override Subject Subject => new("sysctl", DottedKey);

    /// <summary>Whether the parameter must have the value. When false, its persistent value is removed.</summary>
    public bool Present { get; init; } = true;

    /// <summary>The path of the parameter below <c>/proc/sys</c>.</summary>
    internal string Path => IsDotted ? Swapped(Key) : Key;

    /// <summary>The file that holds the persistent value. Its name sorts after those of other programs.</summary>
    internal string ConfigFile => $"/etc/sysctl.d/99-zz-csharpchef-{Path.Replace('/', '.')}.conf";

    /// <summary>The line of <see cref="ConfigFile"/>.</summary>
    // The sysctl of busybox accepts a part with a dot, such as eth0.100, only between slashes.
    internal string ConfigLine => $"{(Path.Contains('.', StringComparison.Ordinal) ? Path : DottedKey)} = {Words}";

    /// <summary>The value with one space between its words.</summary>
    internal string Words => WordsOf(Value);

    internal override IEnumerable<string?> Texts => [Key, Value];

    private bool IsDotted => Key.IndexOfAny(['.', '/']) is >= 0 and var first && Key[first] == '.';

    private string DottedKey => IsDotted ? Key : Swapped(Key);

    /// <summary>Returns the text with a single space between its words.</summary>
    internal static string WordsOf(string text) =>
        string.Join(' ', text.Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries));

    internal override void Validate()
    {
        if (!KeyPattern().IsMatch(Key) || Path.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new RecipeException(
                $"\"{Key}\" cannot be the key of a kernel parameter: write it like net.ipv4.ip_forward or net/ipv4/ip_forward");
        }

        Require.NoNul([Value], "a value");
        if (Present)
        {
            Require.Text(Words, "Value");
        }
    }

    internal override Step Redacted() => this with { Value = Redaction.Mask };

    internal override bool Contradicts(Step other) =>
        other is not SysctlStep sysctl || Present != sysctl.Present || (Present && Words != sysctl.Words);

    private static string Swapped(string key) =>
        string.Concat(key.Select(sign => sign switch { '.' => '/', '/' => '.', _ => sign }));

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_./:@+-]*\z")]
    private static partial Regex KeyPattern();
}
