using System.Text.Json.Nodes;
using CSharpChef.Cli.EditorSettings;
using CSharpChef.Converge.Cookbooks;

namespace CSharpChef.Cli.Verbs.Editors;

/// <summary>Prints which settings were written, for a person or as JSON.</summary>
/// <param name="isJson">True for one JSON document.</param>
/// <param name="isPrinted">True when nothing is written, and the settings are printed instead.</param>
internal sealed class SetupOutput(bool isJson, bool isPrinted)
{
    private readonly JsonArray editors = [];

    public bool IsPrinted => isPrinted;

    /// <summary>Tells which editors were found on the PATH.</summary>
    public void Found(IReadOnlyList<KnownEditor> found)
    {
        if (!isJson)
        {
            Console.Out.WriteLine($"found: {string.Join(", ", found.Select(editor => editor.Title))}");
        }
    }

    /// <summary>Tells what became of the settings of an editor, and what the user has to do.</summary>
    public void Add(KnownEditor editor, IReadOnlyList<SettingsResult> results, IReadOnlyList<SetupStep> steps)
    {
        foreach (var result in results.Where(result => result.Refusal is not null))
        {
            Console.Error.WriteLine(
                $"{ShownPath.Of(result.Path)} stays as it is, since {result.Refusal}: add the settings that are printed for it yourself");
        }

        if (isJson)
        {
            editors.Add((JsonNode)Json(editor.Name, results, steps));
            return;
        }

        Console.Out.WriteLine(editor.Title);
        foreach (var result in results)
        {
            Console.Out.WriteLine($"  {Word(result.State),-10} {ShownPath.Of(result.Path)}");
        }

        foreach (var result in results.Where(IsShown))
        {
            Console.Out.WriteLine($"\n==> {ShownPath.Of(result.Path)} <==\n{result.Text}");
        }

        foreach (var step in steps)
        {
            Console.Out.WriteLine($"  next: {step.Text}");
        }
    }

    public void End()
    {
        if (isJson)
        {
            Console.Out.WriteLine(new JsonObject { ["editors"] = editors }.ToJsonString());
        }
    }

    // Schemas are long, and the same for everybody.
    private bool IsShown(SettingsResult result) => result.State == SettingsState.Refused
        || (isPrinted && !result.Path.EndsWith(".schema.json", StringComparison.Ordinal));

    private string Word(SettingsState state) =>
        state == SettingsState.Written && isPrinted ? "to write" : state.ToString().ToLowerInvariant();

    private JsonObject Json(string editor, IReadOnlyList<SettingsResult> files, IReadOnlyList<SetupStep> steps) => new()
    {
        ["name"] = editor,
        ["files"] = new JsonArray([.. files.Select(result => new JsonObject
        {
            ["path"] = result.Path,
            ["state"] = Word(result.State),
            ["text"] = IsShown(result) ? result.Text : null,
            ["refusal"] = result.Refusal,
        })]),
        ["next"] = new JsonArray([.. steps.Select(step => (JsonNode)step.Text)]),
    };
}
