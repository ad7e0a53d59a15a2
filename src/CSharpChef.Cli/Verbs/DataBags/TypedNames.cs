using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary>
/// Looks for data bags and items by names of the command line: a wrong one is a mistake of its user, and not of a
/// recipe.
/// </summary>
internal static class TypedNames
{
    /// <exception cref="UsageException">A name is wrong, or there is nothing of that name.</exception>
    public static T Find<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (RecipeException e)
        {
            throw new UsageException(e.Message, e);
        }
    }
}
