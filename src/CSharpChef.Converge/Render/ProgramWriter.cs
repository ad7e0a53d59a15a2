using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render;

/// <summary>
/// What the steps of one program share: the parts they use, the subjects they probe, the functions that print their
/// texts.
/// </summary>
internal sealed class ProgramWriter(Node node)
{
    /// <summary>Longer text travels by its hash, and only when the node lacks it.</summary>
    private const int LongestInlineText = 8 * 1024;

    private readonly StringBuilder functions = new();
    private readonly Dictionary<string, string> bodies = [];
    private readonly Dictionary<string, FileContent> contents = [];
    private readonly Dictionary<string, string> oldTexts = [];
    private int texts;
    private int files;

    public Node Node => node;

    public ShellParts Parts { get; } = new();

    public Probe Probe { get; } = new();

    public string Functions => functions.ToString();

    public IReadOnlyDictionary<string, FileContent> Contents => contents;

    public IReadOnlyDictionary<string, string> OldTexts => oldTexts;

    /// <summary>The name of a function that prints a file's content.</summary>
    public string Body(FileContent content)
    {
        if (!bodies.TryGetValue(content.Sha256, out var name))
        {
            bodies[content.Sha256] = name = $"c{bodies.Count + 1}";
            functions.Append($"{name}() {{ {Print(content)}; }}\n");
        }

        return name;
    }

    /// <summary>The name of a function that prints some text.</summary>
    public string Text(string text)
    {
        functions.Append($"t{++texts}() {{ printf '%s' {ShellQuote.Word(text)}; }}\n");
        return $"t{texts}";
    }

    /// <summary>The name of a function with this body.</summary>
    public string Function(string body)
    {
        functions.Append($"t{++texts}() {{ {body}; }}\n");
        return $"t{texts}";
    }

    /// <summary>The name under which a result line shows the old text of a path.</summary>
    public string OldText(string path)
    {
        oldTexts[$"o{++files}"] = path;
        return $"o{files}";
    }

    private string Print(FileContent content)
    {
        if (content.Text is { } text && content.Length <= LongestInlineText)
        {
            return $"printf '%s' {ShellQuote.Word(text)}";
        }

        contents[content.Sha256] = content;
        return $"receive {content.Sha256} {content.Length}";
    }
}
