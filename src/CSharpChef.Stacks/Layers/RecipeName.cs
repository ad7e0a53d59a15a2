using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;

namespace CSharpChef.Stacks.Layers;

/// <summary>Validates a recipe name: <c>cookbook::recipe</c>, or <c>cookbook</c> for its default recipe.</summary>
internal static class RecipeName
{
    private const int Longest = 255;

    public static void Check(string member, string name)
    {
        Validate.Text(member, name, Longest);
        var parts = name.Split("::");
        if (parts.Length > 2 || parts.Any(part => !IsWord(part)))
        {
            throw ApiError.Malformed(
                member, name, "a recipe is named cookbook::recipe, or cookbook for its default recipe");
        }
    }

    private static bool IsWord(string part) =>
        part.Length > 0
            && char.IsAsciiLetterOrDigit(part[0])
            && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
