using Renci.SshNet;

namespace CSharpChef.Converge.Ssh.Identities;

/// <summary>Asks for the password, once the server has refused all keys.</summary>
internal sealed class PasswordAuthentication(string user, Func<string?> ask, LoginAttempt attempt)
    : AuthenticationMethod(user)
{
    public override string Name => "password";

    public override AuthenticationResult Authenticate(Session session)
    {
        attempt.Session = session;
        if (ask() is not { } password)
        {
            return AuthenticationResult.Failure;
        }

        attempt.Tried.Add("a password");
        using var method = new PasswordAuthenticationMethod(Username, password);
        var result = method.Authenticate(session);
        AllowedAuthentications = method.AllowedAuthentications;
        return result;
    }
}
