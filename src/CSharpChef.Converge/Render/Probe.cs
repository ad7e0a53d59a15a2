using System.Text;
using CSharpChef.Converge.Shell;

namespace CSharpChef.Converge.Render;

/// <summary>
/// All subjects a program asks for at once: one process per kind. What it learns lands in shell variables, which a step
/// compares as long as nothing has changed the node; each Add method tells the variable's number.
/// </summary>
internal sealed class Probe
{
    private const int ArgumentsAtOnce = 500;

    private readonly Names files = new();
    private readonly Names paths = new();
    private readonly Names owners = new();
    private readonly Names groups = new();
    private readonly Names packages = new();
    private readonly Names units = new();
    private readonly Names users = new();
    private readonly Names accounts = new();
    private readonly List<LineStep> lines = [];

    /// <summary>A file: row $fN and checksum $sN. Null where a line-wise answer could not name it.</summary>
    public int? File(string path) => Plain(path) ? files.Add(path) : null;

    /// <summary>Another path: row $dN and link target $lN.</summary>
    public int? Path(string path) => Plain(path) ? paths.Add(path) : null;

    /// <summary>
    /// The number of a user or group as a shell expression: digits stay, names become $uidN or $gidN.
    /// </summary>
    public string Owner(string name) => Number(name) ?? $"$uid{owners.Add(name)}";

    public string Group(string name) => Number(name) ?? $"$gid{groups.Add(name)}";

    /// <summary>A package: $kN, as "ii 1.2".</summary>
    public int? Package(string name) =>
        Plain(name) && !name.Contains(':', StringComparison.Ordinal) ? packages.Add(name) : null;

    /// <summary>A unit: $vN, as "loaded active enabled no".</summary>
    public int Unit(string name) => units.Add(name);

    /// <summary>A user: $wN as "uid:gid:comment:home:shell", its groups $mN, its shadow hash $xN.</summary>
    public int User(string name) => users.Add(name);

    /// <summary>A group: $gN as "gid:member,member".</summary>
    public int Account(string name) => accounts.Add(name);

    /// <summary>A line: $nN, "there" or "gone" or neither.</summary>
    public int? Line(LineStep step)
    {
        // Not every awk knows the intervals of POSIX patterns.
        string[] rows = [step.Path, step.Text, step.Match ?? ""];
        if (step.Block is not null
            || rows[2].Contains('{', StringComparison.Ordinal)
            || rows.Any(row => row.Contains('\n', StringComparison.Ordinal)))
        {
            return null;
        }

        lines.Add(step);
        return lines.Count - 1;
    }

    public bool IsEmpty => files.Count + paths.Count + owners.Count + groups.Count + packages.Count + units.Count
        + users.Count + accounts.Count + lines.Count == 0;

    public string Render(string packageManager)
    {
        var text = new StringBuilder();
        Declare(text);
        text.Append("# subjects: asks for the state of all of them.\nsubjects() {\n");
        Table(text, "owners", owners.All);
        Table(text, "groups", groups.All);
        Table(text, "users", users.All);
        Table(text, "accounts", accounts.All);
        Table(text, "lines", lines.SelectMany(line => new[] { line.Path, line.Text, line.Match ?? "" }));
        Paths(text);
        Packages(text, packageManager);
        Units(text);
        text.Append("}\n");
        if (users.Count > 0)
        {
            text.Append("shadow=/dev/null\n[ ! -r /etc/shadow ] || shadow=/etc/shadow\n");
        }

        return text.Append("eval \"$(subjects 2>/dev/null | assignments")
            .Append(string.Concat(Databases(packageManager).Select(file => " " + file)))
            .Append(")\"\n")
            .Append(Elsewhere())
            .ToString();
    }

    private void Declare(StringBuilder text)
    {
        Names(text, files.Count, "f", "s");
        Names(text, paths.Count, "d", "l");
        Names(text, owners.Count, "uid");
        Names(text, groups.Count, "gid");
        Names(text, packages.Count, "k");
        Names(text, units.Count, "v");
        Names(text, users.Count, "w", "m", "x");
        Names(text, accounts.Count, "g");
        Names(text, lines.Count, "n");

        static void Names(StringBuilder text, int count, params string[] prefixes)
        {
            for (var i = 0; i < count; i++)
            {
                text.Append(i == 0 ? "" : " ")
                    .AppendJoin(' ', prefixes.Select(prefix => $"{prefix}{i}='?'"))
                    .Append(i == count - 1 ? "\n" : "");
            }
        }
    }

    private void Paths(StringBuilder text)
    {
        Table(text, "paths", paths.All);
        var others = paths.All.Chunk(ArgumentsAtOnce).ToList();
        foreach (var chunk in files.All.Chunk(ArgumentsAtOnce))
        {
            text.Append("    set --").Append(Words(chunk)).Append("\n    echo '=files'\n    printf ':%s\\n' \"$@\"\n")
                .Append("    echo '=sums'\n    sha256sum -- \"$@\"\n");
            Stat(text, " \"$@\"" + Words(others.FirstOrDefault([])));
            others = [.. others.Skip(1)];
        }

        others.ForEach(chunk => Stat(text, Words(chunk)));
    }

    private static void Stat(StringBuilder text, string words) =>
        text.Append("    echo '=stat'\n    QUOTING_STYLE=literal stat -c '%f %u %g %N' --").Append(words).Append('\n');

    private void Packages(StringBuilder text, string packageManager)
    {
        if (packages.Count == 0)
        {
            return;
        }

        Table(text, "packages", packages.All);
        text.Append(packageManager switch
        {
            "apt" => "    echo '=dpkg'\n    dpkg-query -W -f '${Package} ${db:Status-Abbrev} ${Version}\\n' --"
                + Words(packages.All)
                + "\n",
            "dnf" => "    echo '=rpm'\n    rpm -q --qf '%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\\n'"
                + Words(packages.All)
                + "\n",
            _ => "",
        });
    }

    private void Units(StringBuilder text)
    {
        if (units.Count > 0)
        {
            text.Append(
                "    echo '=units'\n    exec systemctl show -p LoadState,ActiveState,UnitFileState,NeedDaemonReload --")
                .Append(Words(units.All))
                .Append('\n');
        }
    }

    private IEnumerable<string> Databases(string packageManager)
    {
        if (owners.Count + users.Count > 0)
        {
            yield return "/etc/passwd";
        }

        if (groups.Count + users.Count + accounts.Count > 0)
        {
            yield return "/etc/group";
        }

        if (users.Count > 0)
        {
            yield return "\"$shadow\"";
        }

        if (packages.Count > 0 && packageManager == "apk")
        {
            yield return "/lib/apk/db/installed";
        }
    }

    // Users and groups of a directory service are in no file.
    private string Elsewhere() => string.Concat(
        owners.All.Select(
            (name, i) => $"[ \"$uid{i}\" != '?' ] || uid{i}=$(id -u {ShellQuote.Word(name)} 2>/dev/null)\n"));

    private static void Table(StringBuilder text, string section, IEnumerable<string> rows)
    {
        var words = Words(rows);
        if (words.Length > 0)
        {
            text.Append("    echo '=").Append(section).Append("'\n    printf ':%s\\n'").Append(words).Append('\n');
        }
    }

    private static string Words(IEnumerable<string> texts) =>
        string.Concat(texts.Select(text => " " + ShellQuote.Word(text)));

    private static bool Plain(string text) =>
        !text.AsSpan().ContainsAny('\n', '\r', '\\') && !text.Contains('\0', StringComparison.Ordinal);

    private static string? Number(string name) => name == "root" ? "0" : name.All(char.IsAsciiDigit) ? name : null;

    private sealed class Names
    {
        private readonly Dictionary<string, int> index = [];

        public int Count => index.Count;

        public IEnumerable<string> All => index.Keys;

        public int Add(string name)
        {
            index.TryAdd(name, index.Count);
            return index[name];
        }
    }
}
