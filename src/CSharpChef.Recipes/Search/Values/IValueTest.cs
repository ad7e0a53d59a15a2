namespace CSharpChef.Recipes;

/// <summary>What a search query wants of a value.</summary>
internal interface IValueTest
{
    bool Accepts(SearchValue value);
}
