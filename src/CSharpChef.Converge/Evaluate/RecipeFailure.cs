using System.Diagnostics;
using System.Text;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Secrets;

namespace CSharpChef.Converge.Evaluate;

/// <summary>
/// Explains the failure of a recipe to its author: what happened and where, without lines of the engine or the
/// framework.
/// </summary>
internal static class RecipeFailure
{
    public static ChefException Of(
        Exception error, RunListItem item, RecipeAssemblies recipes, SecretTexts secrets, SourceLocator sources)
    {
        var places = Places(new StackTrace(error, fNeedFileInfo: true), item, recipes, sources);
        var at = places.Count > 0 ? places[0].At : Name(item);

        var message = secrets.Masked(error is ChefException ? $"{at}: {error.Message}" : Text(error, item, at, places));

        // Without an inner exception: it would keep the assembly and the load context of the recipe in memory.
        return error is SecretStoreException ? new SecretStoreException(message) : new RecipeException(message);
    }

    /// <param name="item">The recipe.</param>
    /// <param name="limit">Its time limit.</param>
    /// <param name="at">The place at which it was stopped; null when it is not known.</param>
    /// <param name="last">The last place before that.</param>
    public static RecipeException TimedOut(
        RunListItem item, TimeSpan limit, string? at, SourceLocation? last = null) => new(
        $"{at ?? last?.ToString() ?? Name(item)}: {Name(item)} did not end within {limit.TotalSeconds:0.#} s"
        + $"{(at is null && last is not null ? " after this line" : "")} and was stopped:"
        + " look for a loop without an end, or an await of something that never happens");

    /// <summary>The innermost place in a recipe on the stack of the thread that calls it.</summary>
    public static string? CurrentPlace(RunListItem item, RecipeAssemblies recipes, SourceLocator sources) =>
        Places(new StackTrace(fNeedFileInfo: true), item, recipes, sources) is [var (at, _), ..] ? at : null;

    private static string Name(RunListItem item) =>
        item.Cookbook == LoadPath.Stacks ? $"the stack's file {item.Recipe}.csx" : item.ToString();

    private static string Text(Exception error, RunListItem item, string at, List<(string At, string? Method)> places)
    {
        var text = new StringBuilder($"{at}: {Name(item)} failed: {error.GetType().Name}: {error.Message}");
        foreach (var (place, method) in places)
        {
            text.Append("\n    at ").Append(method is null ? "" : $"{method} in ").Append(place);
        }

        return text.ToString();
    }

    private static List<(string At, string? Method)> Places(
        StackTrace trace, RunListItem item, RecipeAssemblies recipes, SourceLocator sources) =>
        [.. trace.GetFrames()
            .Where(frame => frame.GetFileName() is not null && recipes.Contains(frame.GetMethod()?.Module.Assembly))
            .Select(frame => ($"{sources.Shown(LogicalPath(frame, item))}:{frame.GetFileLineNumber()}:{frame.GetFileColumnNumber()}", MethodName(frame)))
            .Distinct()];

    // Symbols name files of the recipe's own cookbook without the cookbook; the assembly is named cookbook.recipe.
    private static string LogicalPath(StackFrame frame, RunListItem item) => SourceLocator.LogicalPath(
        frame.GetMethod()?.Module.Assembly.GetName().Name?.Split('.')[0] ?? item.Cookbook, frame.GetFileName()!);

    // <<Initialize>>d__0.MoveNext is the recipe's own body, <Helper>d__1.MoveNext and <Helper>b__0_0 are Helper.
    private static string? MethodName(StackFrame frame)
    {
        var method = frame.GetMethod()!;
        var name = method.Name == "MoveNext" ? method.DeclaringType!.Name : method.Name;
        if (name.Contains("<Initialize>", StringComparison.Ordinal))
        {
            return null;
        }

        var start = name.LastIndexOf('<') + 1;
        var end = name.IndexOf('>', start);
        return start > 0 && end > start ? name[start..end] : name;
    }
}
