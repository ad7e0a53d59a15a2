using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Stacks.Runs;

/// <summary>The compiled recipes of one version of a stack's cookbooks.</summary>
/// <param name="Library">Names the cookbooks.</param>
/// <param name="Evaluator">Runs the recipes.</param>
/// <param name="State">The commit of the cookbooks, or the SHA-256 of their archive or folder.</param>
/// <param name="Use">The use of the version, which keeps it on disk.</param>
internal sealed record StackRecipes(RecipeLibrary Library, IEvaluator Evaluator, string State, IDisposable Use)
    : IDisposable
{
    public void Dispose() => Use.Dispose();
}
