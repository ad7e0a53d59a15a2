using System.Buffers.Text;
using System.Text;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>The token with which a client asks for the next page of a list. It names its list.</summary>
internal static class PageToken
{
    /// <param name="list">The kind of the list.</param>
    /// <param name="key">The key of the last item on the page before.</param>
    public static string After(string list, string key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}\n{key}"));

    public static string Read(string list, string token) =>
        Text(token).Split('\n', 2) is [var name, { Length: > 0 } key] && name == list && After(list, key) == token
        ? key
        : throw ApiError.Invalid("NextToken", "is not a token of this list: use the one of the previous page");

    private static string Text(string token) =>
        Base64Url.IsValid(token) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) : "";
}
