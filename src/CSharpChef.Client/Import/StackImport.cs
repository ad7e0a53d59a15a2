using System.Text.RegularExpressions;
using CSharpChef.Client.Export;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Client.Import;

/// <summary>A stack of AWS OpsWorks as the file that declares it here.</summary>
/// <param name="Text">The file.</param>
/// <param name="Notes">What has to be filled in, and what was left out.</param>
internal sealed partial record StackImport(string Text, IReadOnlyList<string> Notes)
{
    /// <summary>Reads a stack from saved answers.</summary>
    /// <param name="answers">The answers.</param>
    /// <param name="stack">Its name or id.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <exception cref="UsageException">There is no such stack, or an answer lacks what each record has.</exception>
    public static async Task<StackImport> ReadAsync(SavedAnswers answers, string stack, CancellationToken ct)
    {
        try
        {
            var export = await StackExport.ReadAsync(stack, answers.CallAsync, ct);
            return new(export.Text, [.. NotesOf(answers, export)]);
        }
        catch (ConnectionException e)
        {
            throw new UsageException(
                $"a saved answer lacks a member that each record of OpsWorks has: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static IEnumerable<string> NotesOf(SavedAnswers answers, StackExport export)
    {
        var secrets = Matches(SecretCalls(), export.Text);
        var settings = Matches(SetCalls(), export.Text);
        return
        [
            .. secrets.Select(name => $"AWS does not show the secret {name}: set this environment variable for csharpchef apply, or change the line"),
            .. settings.Select(name => $"{name} is for AWS alone: it is kept as data; remove the line if no recipe reads it"),
            .. export.Text.Contains("\nInstance(", StringComparison.Ordinal)
                ? ["an instance of the file is a new machine: for one that goes on, remove its lines and use csharpchef instance register"]
                : (string[])[],
            .. answers.Missing.Select(operation => $"the answer of {operation} is missing: save it in the folder, too, if the stack has such records"),
            .. answers.Unused.Select(list => $"{list} are not in the file"),
            .. export.UnknownMembers.Select(member => $"{member} is not in the file"),
            "tags are not in the file: aws opsworks list-tags does not say whose they are",
        ];
    }

    private static IEnumerable<string> Matches(Regex pattern, string text) =>
        pattern.Matches(text).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex("Secret\\(\"([^\"]+)\"\\)")]
    private static partial Regex SecretCalls();

    [GeneratedRegex("\\.Set\\(\"([^\"]+)\",")]
    private static partial Regex SetCalls();
}
