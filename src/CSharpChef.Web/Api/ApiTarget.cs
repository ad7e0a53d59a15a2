using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Web.Api;

/// <summary>The operation that a call names: <c>OpsWorks_20130218.DescribeStacks</c>.</summary>
internal sealed record ApiTarget(string Text)
{
    private const int Longest = 128;

    public string Operation => Text[(Text.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// True when the operation changes nothing; an unknown operation is refused, and changes nothing either.
    /// </summary>
    public bool IsQuery => OperationCatalog.Find(Text)?.IsQuery ?? true;

    public static ApiTarget Parse(StringValues header) =>
        header is [{ Length: > 0 and <= Longest } text] && IsWellFormed(text)
        ? new ApiTarget(text)
        : throw new OperationException(
            "UnknownOperationException",
            "X-Amz-Target must name one operation, like OpsWorks_20130218.DescribeStacks.");

    private static bool IsWellFormed(string text) =>
        text.Split('.') is [{ Length: > 0 }, { Length: > 0 }]
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.');
}
