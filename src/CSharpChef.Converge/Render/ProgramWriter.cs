using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render;

/// <summary>
/// What the steps of one program share: the parts that they use, the subjects that they probe, and the functions that
/// print their texts.
/// </summary>
internal sealed class ProgramWriter
{
    /// <summary>Longer text is not part of the program: the program asks for it by its hash.</summary>
    private const int LongestInlineText = 8 * 1024;

    private readonly StringBuilder functions = new();
    private readonly Dictionary<string, string> contentFunctions = [];
    private readonly Dictionary<string, string> otherFunctions = [];
    private readonly Dictionary<string, FileContent> contents = [];
    private readonly Dictionary<string, string> oldTexts = [];

    public ProgramWriter(Node node)
    {
        Node = node;
        Probe = new Probe(Parts);
    }

    public Node Node { get; }

    public ShellParts Parts { get; } = new();

    public Probe Probe { get; }

    public string Functions => functions.ToString();

    public IReadOnlyDictionary<string, FileContent> Contents => contents;

    public IReadOnlyDictionary<string, string> OldTexts => oldTexts;

    /// <summary>The name of a function that prints a file's content.</summary>
    public string Content(FileContent content)
    {
        if (!contentFunctions.TryGetValue(content.Sha256, out var name))
        {
            contentFunctions[content.Sha256] = name = $"content{contentFunctions.Count + 1}";
            functions.Append($"{name}() {{ {Print(content)}; }}\n");
        }

        return name;
    }

    /// <summary>The name of a function that prints a text.</summary>
    public string Text(string text) => Function($"printf '%s' {ShellQuote.Word(text)}");

    /// <summary>The name of a function with this body.</summary>
    public string Function(string body)
    {
        if (!otherFunctions.TryGetValue(body, out var name))
        {
            otherFunctions[body] = name = $"text{otherFunctions.Count + 1}";
            functions.Append($"{name}() {{ {body}; }}\n");
        }

        return name;
    }

    /// <summary>The name under which a result line shows the old text of a path.</summary>
    public string OldText(string path)
    {
        var name = $"old{oldTexts.Count + 1}";
        oldTexts[name] = path;
        return name;
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
