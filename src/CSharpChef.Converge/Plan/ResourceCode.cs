using System.Diagnostics;
using System.Runtime.Loader;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Converge.Plan;

/// <summary>Runs the code of a resource that a cookbook may define, and explains its failure to the author.</summary>
internal static class ResourceCode
{
    /// <exception cref="RecipeException">The code failed in a script of a cookbook.</exception>
    public static T Run<T>(Resource resource, Func<T> code)
    {
        try
        {
            return code();
        }
        catch (ReceivedException e)
        {
            throw new RecipeException(e.Message);
        }
        catch (RecipeException e)
        {
            throw new RecipeException($"{resource.DeclaredAt}: {Name(resource)}: {e.Message}");
        }
        catch (Exception e) when (e is not ChefException)
        {
            var places = Places(e, resource);
            if (places.Count == 0)
            {
                throw;
            }

            // Without an inner exception: it would keep the assembly of the recipe in memory.
            var text = $"{places[0]}: {Name(resource)} failed: {e.GetType().Name}: {e.Message}";
            throw new RecipeException(string.Join(
                "\n    at ", places.Skip(1).Append(resource.DeclaredAt).Select(place => $"{place}").Prepend(text)));
        }
    }

    /// <summary>The steps of an action, each of them valid.</summary>
    /// <exception cref="RecipeException">Its code failed, or a step is invalid.</exception>
    public static IReadOnlyList<Step> StepsOf(ResourceAction action, Node node) => Run(action.Resource, () =>
    {
        var steps = action.Steps(node).ToList();
        steps.ForEach(step => step.Validate());
        return steps;
    });

    private static string Name(Resource resource) => RedactedName.Of(resource, resource.Sensitive, []);

    /// <summary>The places in scripts, the innermost first.</summary>
    private static List<SourceLocation> Places(Exception error, Resource resource) =>
        [.. new StackTrace(error, fNeedFileInfo: true).GetFrames()
            .Where(frame => frame.GetFileName() is not null && IsOfRecipe(frame))
            .Select(frame => resource.Context.Locate(frame.GetFileName()!, frame.GetFileLineNumber(), "") with
            {
                Column = frame.GetFileColumnNumber(),
            })
            .Distinct()];

    private static bool IsOfRecipe(StackFrame frame) => frame.GetMethod()?.Module.Assembly is { } assembly
        && AssemblyLoadContext.GetLoadContext(assembly) is RecipeLoadContext;
}
