using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;
using Microsoft.Extensions.Primitives;

namespace CSharpChef.Web.Api;

/// <summary>The operation that a call names, such as <c>OpsWorks_20130218.DescribeStacks</c>.</summary>
internal sealed record ApiTarget(string Text)
{
    public const string Header = "X-Amz-Target";

    private const int Longest = 128;

    public string Operation => Text[(Text.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>
    /// True when the operation changes nothing; an unknown operation is refused, and changes nothing either.
    /// </summary>
    public bool IsQuery => OperationCatalog.Find(Text)?.IsQuery ?? true;

    public static ApiTarget Parse(StringValues header) => Find(header) ?? throw new OperationException(
        "UnknownOperationException",
        "X-Amz-Target must name one operation, such as OpsWorks_20130218.DescribeStacks.");

    /// <summary>The operation in a header; null when the header is malformed.</summary>
    public static ApiTarget? Find(StringValues header) =>
        header is [{ Length: > 0 and <= Longest } text] && IsWellFormed(text) ? new ApiTarget(text) : null;

    private static bool IsWellFormed(string text) =>
        text.Split('.') is [{ Length: > 0 }, { Length: > 0 }]
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.');
}
