using System.Buffers.Text;
using System.Text;

namespace CSharpChef.Stacks.Operations.Requests;

/// <summary>The token with which a client asks for the next page of a list.</summary>
internal static class PageToken
{
    public static string After(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string Read(string token) => Base64Url.IsValid(token)
        ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token))
        : throw ApiError.Invalid("NextToken", "is not a token of this server");
}
