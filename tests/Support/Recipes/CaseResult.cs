namespace CSharpChef.TestSupport.Recipes;

/// <summary>The reports of a case, and the state of what it names after its first and its second run.</summary>
internal sealed record CaseResult(string Reports, string StateAfterFirst, string StateAfterSecond);
