import type { Page } from 'playwright-core';
import { TEST_PASSWORD } from '../../apps/server/test-person.fixture.ts';

/** Signs somebody in on the page that asks for it. */
export async function fillSignIn(page: Page, login: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(TEST_PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** Signs a test person of an enterprise in; 我的申报 is open then. @param url of the portal */
export async function openApplications(page: Page, url: string, login: string): Promise<void> {
  await page.goto(`${url}/sign-in?to=/applications`);
  await fillSignIn(page, login);
  await page.getByRole('heading', { level: 1, name: '我的申报' }).waitFor();
}
