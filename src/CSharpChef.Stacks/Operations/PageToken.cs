using System.Buffers.Text;
using System.Text;

namespace CSharpChef.Stacks.Operations;

/// <summary>Where the next page of a list begins. Clients send back what they were given.</summary>
internal static class PageToken
{
    public static string After(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    public static string Read(string token) => Base64Url.IsValid(token)
        ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token))
        : throw ApiError.Invalid("NextToken", "was not given by this server");
}
