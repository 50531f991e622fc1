namespace CxMetrics.Storage.Migrations;

/// <summary>Brings a database to the schema of this program, and tells whether this program may work on it.</summary>
internal interface IMigrator
{
    /// <summary>Applies what is missing, while no other process does; refuses a database newer than this program.</summary>
    void Migrate();

    /// <summary>Refuses to make a database where one is to be looked after: a mistyped name would look healthy.</summary>
    void RefuseMissing();

    /// <summary>Refuses to work with counts that were made for the days of another time zone.</summary>
    void ConfirmTimeZone();
}
