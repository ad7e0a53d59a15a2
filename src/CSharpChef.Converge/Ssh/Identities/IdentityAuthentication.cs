using CSharpChef.Converge.Errors;
using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>
/// Tries one key after the other, and opens each only when the server has refused the keys before it.
/// </summary>
internal sealed class IdentityAuthentication(string user, IReadOnlyList<Identity> identities, LoginAttempt attempt)
    : AuthenticationMethod(user)
{
    private readonly List<PrivateKeyAuthenticationMethod> opened = [];

    public override string Name => "publickey";

    public override AuthenticationResult Authenticate(Session session)
    {
        attempt.Session = session;
        foreach (var identity in identities)
        {
            if (Open(identity) is not { } key)
            {
                continue;
            }

            var method = new PrivateKeyAuthenticationMethod(Username, key);
            opened.Add(method);
            var result = method.Authenticate(session);
            AllowedAuthentications = method.AllowedAuthentications;
            if (result != AuthenticationResult.Failure)
            {
                return result;
            }
        }

        return AuthenticationResult.Failure;
    }

    private IPrivateKeySource? Open(Identity identity)
    {
        try
        {
            var key = identity.Open();
            attempt.Tried.Add(identity.Name);
            return key;
        }
        catch (ConnectionException e) when (!identity.Required)
        {
            attempt.Tried.Add($"{identity.Name} (unusable: {e.Message})");
            return null;
        }
        catch (ConnectionException e)
        {
            attempt.Error = e;
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        opened.ForEach(method => method.Dispose());
        base.Dispose(disposing);
    }
}
