using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>Keys and tokens can be seen and changed by their user and by administrators only.</summary>
internal static class CredentialOwner
{
    /// <summary>Gets the user with the ARN, or the caller when it is absent.</summary>
    public static async Task<UserProfile> GetAsync(string? arn, Call call)
    {
        var user = string.IsNullOrEmpty(arn) ? call.Caller.UserArn : arn;
        Require(user, call);
        return await call.GetAsync<UserProfile>(user);
    }

    /// <summary>
    /// Gets a key or token by its id. That of another user is answered as unknown, so that nobody learns whose it is.
    /// </summary>
    public static async Task<T> GetAsync<T>(string id, Func<T, string> owner, Call call)
        where T : class, IDocument
    {
        var credential = await call.GetAsync<T>(id);
        return Owns(owner(credential), call) ? credential : throw ApiError.Missing(T.Noun, id);
    }

    private static void Require(string arn, Call call)
    {
        if (!Owns(arn, call))
        {
            throw ApiError.Denied(
                $"{call.Caller.UserArn} may not see or change the credentials of {Excerpt.Of(arn)}: only that user and administrators may.");
        }
    }

    private static bool Owns(string arn, Call call) =>
        arn == call.Caller.UserArn || call.Caller.Role == UserRole.Admin;
}
