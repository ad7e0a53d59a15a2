using System.Security.Cryptography;
using System.Text;
using CSharpChef.Converge.Shell;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>
/// Turns a cron entry into the steps that a node executes: its user must exist, and the file or the block that the
/// entry is must be there.
/// </summary>
internal static class CronEntry
{
    private const int LongestFileName = 200;

    // Cron reads files as root: those of secrets need no other reader.
    private static readonly Permissions Readable = Permissions.Parse("0644");
    private static readonly Permissions Secret = Permissions.Parse("0600");

    /// <exception cref="RecipeException">cron cannot keep what is sensitive in the entry.</exception>
    public static IReadOnlyList<Step> StepsFor(CronStep entry, Node node, bool isSensitive = false)
    {
        var isAlpine = node.Platform.Family == "alpine";
        var step = isAlpine ? Block(entry) : entry.Present
            ? File(entry, isSensitive)
            : new AbsentStep(FilePath(entry), PathKind.File);
        step.Validate();
        return
        [
            .. entry.Present && entry.User != "root" ? [new UserExistsStep(entry.User)] : Array.Empty<Step>(),
            .. entry.Present && isAlpine && isSensitive
                ? [new FileStep(TablePath(entry)) { Mode = Secret }]
                : Array.Empty<Step>(),
            step,
        ];
    }

    /// <summary>
    /// The name of the entry where cron reads files of that name, or else a name of such characters with a checksum.
    /// </summary>
    private static string FileName(string entry)
    {
        if (entry.Length <= LongestFileName && entry.All(IsInFileName))
        {
            return entry;
        }

        var legal = string.Concat(entry.Take(LongestFileName).Select(c => IsInFileName(c) ? c : '-')).Trim('-');
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry)))[..8];
        return legal.Length == 0 ? sum : $"{legal}-{sum}";
    }

    private static bool IsInFileName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static string FilePath(CronStep entry) => $"/etc/cron.d/{FileName(entry.Name)}";

    private static string TablePath(CronStep entry) => $"/etc/crontabs/{entry.User}";

    private static FileStep File(CronStep entry, bool isSensitive) => new(FilePath(entry))
    {
        Content = FileContent.FromText(CronFile.Text(entry, FilePath(entry), isSensitive)),
        Mode = isSensitive ? Secret : Readable,
        Owner = "root",
        Group = "root",
    };

    // The crond of busybox reads neither /etc/cron.d nor lines that set variables.
    private static Step Block(CronStep entry) => new LineStep(
        TablePath(entry),
        entry.Present ? $"{entry.Schedule} {Export(entry)}{entry.Command}" : "")
    {
        Block = $"csharpchef: {FileName(entry.Name)}",
        Present = entry.Present,
    };

    private static string Export(CronStep entry) => entry.Environment.Count == 0
        ? ""
        : $"export {string.Join(' ', entry.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => $"{variable.Key}={ShellQuote.Word(variable.Value)}"))}; ";
}
