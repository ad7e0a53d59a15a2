using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Tags;

/// <summary>Finds the tagged stack or layer of an ARN.</summary>
internal static class TaggedArn
{
    /// <summary>Calls the function for the noun that the ARN names. Region and account are ignored.</summary>
    public static Task<T> ByArnAsync<T>(
        string arn, Func<string, Task<T>> stack, Func<string, Task<T>> layer) => Arn.Parse(arn) switch
        {
            ("stack", var id) => stack(id),
            ("layer", var id) => layer(id),
            _ => throw ApiError.Invalid(
                "ResourceArn", $"is '{Excerpt.Of(arn)}', which is not the ARN of a stack or layer"),
        };
}
