using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
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

    public static void Require(string arn, Call call)
    {
        if (arn != call.Caller.UserArn && call.Caller.Role != UserRole.Admin)
        {
            throw ApiError.Denied(
                $"{call.Caller.UserArn} may not see or change the credentials of {Excerpt.Of(arn)}: only that user and administrators may.");
        }
    }
}
