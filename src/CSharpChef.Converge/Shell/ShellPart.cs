using System.Collections.Concurrent;
using System.Text;

namespace CSharpChef.Converge.Shell;

/// <summary>
/// One file of shell that programs are made of. Its first line names the parts that it needs: <c># Needs: path
/// output</c>.
/// </summary>
internal sealed class ShellPart
{
    private const string NeedsMark = "# Needs: ";
    private static readonly ConcurrentDictionary<string, ShellPart> Parts = new();

    private ShellPart(string name, string text)
    {
        (Name, Text, Code) = (name, text, CodeOf(text));
        Needs = text.StartsWith(NeedsMark, StringComparison.Ordinal)
            ? text[NeedsMark.Length..text.IndexOf('\n', StringComparison.Ordinal)].Split(' ')
            : [];
    }

    public string Name { get; }

    public IReadOnlyList<string> Needs { get; }

    /// <summary>The text of the file, for a reader.</summary>
    public string Text { get; }

    /// <summary>The text as it is sent: without comments, empty lines and indentation.</summary>
    public string Code { get; }

    public static ShellPart Named(string name) => Parts.GetOrAdd(name, Read);

    private static ShellPart Read(string name)
    {
        using var stream = typeof(ShellPart).Assembly.GetManifestResourceStream($"{name}.sh")
            ?? throw new InvalidOperationException($"the shell part {name}.sh is not in the assembly");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new ShellPart(name, Encoding.UTF8.GetString(bytes));
    }

    private static string CodeOf(string text)
    {
        var code = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.TrimStart() is { Length: > 0 } words && words[0] != '#')
            {
                code.Append(words).Append('\n');
            }
        }

        return code.ToString();
    }
}
