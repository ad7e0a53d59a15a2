using System.Text.RegularExpressions;

namespace CSharpChef.Converge.DataBags;

/// <summary>The name of a data bag item: that of its data bag, and its own.</summary>
internal sealed partial record ItemName(string Bag, string Item)
{
    /// <exception cref="RecipeException">A name has other letters than those that Chef allows.</exception>
    public static ItemName Parse(string bag, string item)
    {
        RequireBag(bag);
        return IsName(item) ? new ItemName(bag, item) : throw Wrong("a data bag item", item);
    }

    /// <exception cref="RecipeException">The name has other letters than those that Chef allows.</exception>
    public static void RequireBag(string bag)
    {
        if (!IsName(bag))
        {
            throw Wrong("a data bag", bag);
        }
    }

    /// <summary>Whether a text can be a name: it cannot lead out of its folder.</summary>
    public static bool IsName(string text) => Pattern().IsMatch(text);

    public override string ToString() => $"{Bag}/{Item}";

    private static RecipeException Wrong(string what, string name) => new(
        $"\"{name}\" is not the name of {what}: it has letters, digits, _ - and ., and does not begin with a dot");

    [GeneratedRegex(@"\A[A-Za-z0-9_-][A-Za-z0-9_.-]*\z")]
    private static partial Regex Pattern();
}
