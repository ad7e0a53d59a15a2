using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>
/// The rules by which a stolen token stays a token: it makes no access keys, and the tokens it makes end with it.
/// </summary>
internal static class TokenRules
{
    public const int MostTokens = 20;

    /// <summary>The token that the caller signed in with; null when it is an access key.</summary>
    public static Task<Token?> OfCallerAsync(Call call) => call.Store.FindAsync<Token>(call.Caller.Credential);

    public static async Task RefuseTokenAsync(Call call)
    {
        if (await OfCallerAsync(call) is not null)
        {
            throw ApiError.Denied(
                "A token cannot create access keys: sign this call with an access key. For csharpchef, set CSHARPCHEF_URL and AWS_SHARED_CREDENTIALS_FILE.");
        }
    }

    /// <summary>Counts the tokens that are not expired; the user is locked.</summary>
    public static async Task RequireRoomAsync(Call call, UserProfile user)
    {
        var tokens = await call.Store.ListAsync<Token>(user.IamUserArn);
        if (tokens.Count(token => token.RefusalAt(call.Now) is null) >= MostTokens)
        {
            throw ApiError.Invalid(
                $"{user.IamUserArn} has {MostTokens} tokens that are not expired: delete one first with DeleteToken.");
        }
    }

    /// <summary>Removes the tokens of a user, and those of other users that were made with them.</summary>
    public static async Task RemoveAllAsync(StoreSession store, UserProfile user)
    {
        while (await store.ListAsync<Token>(user.IamUserArn) is [var token, ..])
        {
            await RemoveAsync(store, token);
        }
    }

    /// <summary>Removes a token and those that were made with it, and theirs.</summary>
    public static async Task RemoveAsync(StoreSession store, Token token)
    {
        await CredentialLock.TakeAsync(store, token.IamUserArn);
        foreach (var made in await store.ListAsync<Token>(token.TokenId))
        {
            await RemoveAsync(store, made);
        }

        await store.RemoveAsync(token);
    }
}
