namespace CSharpChef.Converge.Ssh.Config;

/// <summary>What a setting of ssh_config changes that the built-in client does not honour.</summary>
internal enum SettingEffect
{
    /// <summary>Nothing that decides where a connection ends or how it logs in.</summary>
    Other,

    /// <summary>How the user logs in: without it the login may fail, but it reaches the same host.</summary>
    Login,

    /// <summary>
    /// Which host is reached, by which way, as whom, whom we trust, or whether ssh would log in at all.
    /// </summary>
    Route,
}
