/** The kind of metadata that a digest's messages carry: Slack shows it to no reader. */
export const DELIVERY = 'backstory_delivery';
