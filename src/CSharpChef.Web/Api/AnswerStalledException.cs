using CSharpChef.Recipes;

namespace CSharpChef.Web.Api;

/// <summary>The client of an answer took nothing of it for too long.</summary>
internal sealed class AnswerStalledException() : ChefException(
    $"Its client took nothing of it for {AnswerWriter.LongestStandstill.TotalSeconds} seconds.")
{
    public override int ExitCode => 1;
}
