using Renci.SshNet;

namespace CSharpChef.Converge;

/// <summary>Tries one key after the other, opening each only when the server refused the ones before.</summary>
internal sealed class IdentityAuthentication(string user, IReadOnlyList<Identity> identities, LoginAttempt attempt)
    : AuthenticationMethod(user)
{
    readonly List<PrivateKeyAuthenticationMethod> opened = [];

    public override string Name => "publickey";

    public override AuthenticationResult Authenticate(Session session)
    {
        attempt.Session = session;
        foreach (var identity in identities)
        {
            if (attempt.Guard(identity.Open) is not { } key)
            {
                attempt.Tried.Add($"{identity.Name} (no passphrase)");
                continue;
            }

            attempt.Tried.Add(identity.Name);
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

    protected override void Dispose(bool disposing)
    {
        opened.ForEach(method => method.Dispose());
        base.Dispose(disposing);
    }
}
