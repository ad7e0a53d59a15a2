using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Tags;

/// <summary>Stacks and layers can have tags; a layer inherits those of its stack.</summary>
internal static class Tagged
{
    /// <summary>Calls one of the two, by what the ARN names. Its region and account are the client's own.</summary>
    public static Task<T> ByArnAsync<T>(
        string arn, Func<string, Task<T>> stack, Func<string, Task<T>> layer) => Arn.Parse(arn) switch
        {
            ("stack", var id) => stack(id),
            ("layer", var id) => layer(id),
            _ => throw ApiError.Invalid(
                "ResourceArn", $"is '{Excerpt.Of(arn)}', which is the ARN of no stack or layer"),
        };
}
