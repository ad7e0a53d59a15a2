namespace CSharpChef.Recipes;

/// <summary><c>web.port:8080</c>: one of the values of a field is accepted.</summary>
internal sealed record FieldTerm(string Field, IValueTest Test) : SearchTerm
{
    public override bool? Matches(ISearched searched)
    {
        var found = searched.Find(Field);
        return found.Values.Any(Test.Accepts) ? true : found.IsComplete ? false : null;
    }
}
