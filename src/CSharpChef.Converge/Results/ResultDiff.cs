using CSharpChef.Converge.Plan;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Results;

/// <summary>The diff of the texts that an action has written.</summary>
internal static class ResultDiff
{
    public static string? Of(PlannedAction action, ActionResult result)
    {
        if (action.Sensitive || result.Status != ResultStatus.Changed)
        {
            return null;
        }

        var diffs = action.Steps.Select(step => Of(step, result)).OfType<string>().ToList();
        return diffs.Count == 0 ? null : string.Concat(diffs);
    }

    private static string? Of(Step step, ActionResult result) => step switch
    {
        FileStep { Content.Text: { } text } file when Old(file.Path, result) is { } old =>
            UnifiedDiff.Of(file.Path, old, text),
        FileStep { Content.Text: { } text } file when result.Changes.Contains(FileStep.CreateFile) =>
            UnifiedDiff.Of(file.Path, "", text),
        LineStep line when Old(line.Path, result) is { } old && LineEdit.Apply(line, old) is { } text =>
            UnifiedDiff.Of(line.Path, old, text),
        _ => null,
    };

    private static string? Old(string path, ActionResult result) =>
        result.OldText.TryGetValue(path, out var old) && !Binary(old) ? old : null;

    private static bool Binary(string text) => text.AsSpan().ContainsAny('\0', '\uFFFD');
}
