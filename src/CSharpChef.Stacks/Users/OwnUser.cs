using CSharpChef.Stacks.Operations;

namespace CSharpChef.Stacks.Users;

/// <summary>Keys and tokens are their user's own affair, and an administrator's.</summary>
internal static class OwnUser
{
    /// <summary>The user meant; the caller, if none is named.</summary>
    public static async Task<UserProfile> GetAsync(string? arn, Call call)
    {
        var meant = string.IsNullOrEmpty(arn) ? call.Caller.UserArn : arn;
        Require(meant, call);
        return await call.GetAsync<UserProfile>(meant);
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
