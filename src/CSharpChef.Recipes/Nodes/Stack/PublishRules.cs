using System.Text;
using System.Text.RegularExpressions;

namespace CSharpChef.Recipes;

/// <summary>The limits of what an instance publishes.</summary>
internal static partial class PublishRules
{
    /// <summary>The values of one instance.</summary>
    public const int MostValues = 32;

    /// <summary>The bytes of a value in UTF-8.</summary>
    public const int LongestValue = 4096;

    /// <summary>Why a value cannot be published; null when it can.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    /// <param name="others">The names of what the instance has published.</param>
    public static string? Problem(string name, string value, IEnumerable<string> others) =>
        !Pattern().IsMatch(name)
            ? $"\"{name}\" is not a name: it has letters, digits, _ - and ., and at most 64 of them"
        : Encoding.UTF8.GetByteCount(value) is > LongestValue and var bytes
            ? $"the value of \"{name}\" has {bytes} bytes, and at most {LongestValue} can be published"
        : others.Append(name).Distinct().Count() > MostValues
            ? $"\"{name}\" is one value too many: an instance can publish at most {MostValues}"
        : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,64}\z")]
    private static partial Regex Pattern();
}
