using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Render;

/// <summary>
/// The subjects whose state a program asks for at once, with one process a kind. The answers are shell variables such
/// as <c>$file0_mode</c>, which are empty where nothing is found. The methods return their names up to the property,
/// <c>file0</c>, or null when the probe cannot answer.
/// </summary>
internal sealed class Probe(ShellParts parts)
{
    private const int PathsAtOnce = 500;

    private readonly Dictionary<string, ProbedKind> kinds = [];

    /// <summary>Comments that name the subject of each number.</summary>
    public string Table => kinds.Count == 0
        ? ""
        : "# The state of the node, as the probe finds it, is in variables such as $file0_mode. Their subjects:\n"
            + string.Concat(InOrder().SelectMany(kind => kind.Comments));

    /// <summary>A file: _mode, such as "file 0644 0 0" for its kind, mode, owner and group, and _sum.</summary>
    public string? File(string path) => IsOneLine(path) ? Add("probe_path", "file", path) : null;

    /// <summary>Another path: _mode, and the _target of a link.</summary>
    public string? Path(string path) => IsOneLine(path) ? Add("probe_path", "path", path) : null;

    /// <summary>The number of a user as a shell expression. A name that is a number stays.</summary>
    public string Owner(string name) => Number(name) ?? $"${Add("probe_account", "owner", name)}_uid";

    /// <summary>The number of a group as a shell expression. A name that is a number stays.</summary>
    public string OwningGroup(string name) => Number(name) ?? $"${Group(name)}_gid";

    /// <summary>A group: _gid, and _members, such as "33:,ann,bob,", or "absent".</summary>
    public string Group(string name) => Add("probe_account", "group", name);

    /// <summary>A user: _account, as "uid:gid:comment:home:shell" or "absent", _groups and _password.</summary>
    public string User(string name) => Add("probe_user", "user", name);

    /// <summary>A package: _state, such as "installed 1.2" or "absent".</summary>
    public string Package(string name, string manager) => Add($"probe_{manager}", "package", name);

    /// <summary>A unit of systemd: _state, such as "loaded active enabled no".</summary>
    public string Unit(string name) => Add("probe_unit", "unit", name);

    /// <summary>A line in a file: _edit, "none" when the file is as the step wants it, or "needed".</summary>
    public string? Line(LineStep step)
    {
        // Not every awk supports the intervals of POSIX patterns.
        string[] words = [step.Path, step.Text, step.Match ?? "", step.Present ? "present" : "absent"];
        return step.Block is null && !words[2].Contains('{', StringComparison.Ordinal)
            && !words.Any(word => word.Contains('\n', StringComparison.Ordinal))
                ? Add("probe_line", "line", words)
                : null;
    }

    /// <summary>A kernel parameter: _running and _config, the words of its running value and of its file.</summary>
    public string Sysctl(SysctlStep step) => Add("probe_sysctl", "sysctl", step.Path, step.ConfigFile);

    public string Render()
    {
        if (kinds.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder("subjects() {\n");
        Paths(text);
        foreach (var kind in InOrder().Where(kind => kind.Name is not ("file" or "path" or "unit"))
            .Concat(InOrder().Where(kind => kind.Name == "unit")))
        {
            text.Append($"    ask_{kind.Name}{Words(kind.Words)}\n");
        }

        return text.Append("}\neval \"$(subjects 2>/dev/null | assignments)\"\n").Append(OwnersElsewhere()).ToString();
    }

    // Equal plans have equal programs.
    private IEnumerable<ProbedKind> InOrder() => kinds.Values.OrderBy(kind => kind.Name, StringComparer.Ordinal);

    // Files and other paths share the processes that ask for them.
    private void Paths(StringBuilder text)
    {
        var others = WordsOf("path").Chunk(PathsAtOnce).ToList();
        others.ForEach(chunk => text.Append($"    ask_names path{Words(chunk)}\n"));
        foreach (var chunk in WordsOf("file").Chunk(PathsAtOnce))
        {
            text.Append($"    set --{Words(chunk)}\n    ask_names file \"$@\"\n    ask_sums \"$@\"\n")
                .Append($"    ask_paths \"$@\"{Words(others.FirstOrDefault([]))}\n");
            others = [.. others.Skip(1)];
        }

        others.ForEach(chunk => text.Append($"    ask_paths{Words(chunk)}\n"));
    }

    // The users of a directory service are in no file.
    private string OwnersElsewhere() => string.Concat(WordsOf("owner").Select((name, number) =>
        $"[ \"$owner{number}_uid\" ] || owner{number}_uid=$(id -u {ShellQuote.Word(name)} 2>/dev/null)\n"));

    private string Add(string part, string kind, params string[] words)
    {
        parts.Use(part);
        if (!kinds.TryGetValue(kind, out var subjects))
        {
            kinds[kind] = subjects = new ProbedKind(kind);
        }

        return subjects.Add(words);
    }

    private IEnumerable<string> WordsOf(string kind) => kinds.TryGetValue(kind, out var subjects) ? subjects.Words : [];

    private static string Words(IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => " " + ShellQuote.Word(text)));

    private static bool IsOneLine(string text) =>
        !text.AsSpan().ContainsAny('\n', '\r', '\\') && !text.Contains('\0', StringComparison.Ordinal);

    private static string? Number(string name) => name == "root" ? "0" : name.All(char.IsAsciiDigit) ? name : null;
}
